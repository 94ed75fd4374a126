"""Holds one value on its way from a namespace into a real local variable: the host evaluates ``slot.value`` in the frame."""

value = None
