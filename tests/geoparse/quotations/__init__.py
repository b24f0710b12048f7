"""Tests of the quotation finder, and the texts on which it is measured."""
