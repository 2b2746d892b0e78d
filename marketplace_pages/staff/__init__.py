"""The desk of the market in the admin, at /admin/pasar/."""
