"""What the project draws itself, with Pillow: sample pictures, share images and the icons of a site."""
