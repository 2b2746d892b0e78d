"""The walls between villages, proven: a world full of marks, a walk over all of the admin, a day's work."""
