"""Speakers' own fact sheets: pages that are made anew from a list of what may come along."""
