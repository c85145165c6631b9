"""The Qt binding that this Krita runs on."""

try:
    from PyQt6.QtCore import QTimer
    from PyQt6.QtGui import QGuiApplication
except ImportError:
    from PyQt5.QtCore import QTimer
    from PyQt5.QtGui import QGuiApplication

__all__ = ["QGuiApplication", "QTimer"]
