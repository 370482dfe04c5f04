"""The pages that look across apps."""
