"""The only code that touches Krita's scripting interface. Everything else can run without it."""
