"""Cores without Django, I/O, clock or settings: frozen dataclasses in, frozen dataclasses out."""
