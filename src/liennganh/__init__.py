"""Liên Ngành: inter-agency programmes from the plan as issued to the official report."""
