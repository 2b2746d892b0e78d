"""How a product is ordered: one WhatsApp message, no payment."""
