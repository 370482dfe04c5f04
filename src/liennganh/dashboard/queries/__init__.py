"""What the pages that look across apps show, each read through the app that owns it."""
