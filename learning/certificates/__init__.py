"""Certificates: asked for, printed, checked, revoked."""
