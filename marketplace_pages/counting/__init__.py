"""How often products are looked at and taken to WhatsApp."""
