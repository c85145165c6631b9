"""Parameters of pose, proportions, age and pen: what every part follows."""

from __future__ import annotations

from models.atelier.parameters.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "layout",
        age="child to adult; from 1.2 on older and older, to 2.4",
        masculine="girl or woman to boy or man",
        yaw="turned to the left to the right, -35 to 35 degrees",
        pitch="looking down to up",
        roll="tilted left to right",
        head_size="small in the frame to large",
        head_shift="neck leaning left to right",
        face_width="narrow to wide",
        face_length="short to long",
        eye_line="eyes high to low in the face",
        eye_spacing="eyes close together to far apart",
        eye_width="narrow eyes to wide ones",
        eye_height="low eyes to tall ones",
        eye_tilt="drooping outer corners to raised ones",
        hair_volume="hair flat on the skull to full",
        light_side="light from the right to the left",
        light_height="light from the front to above",
        ink_weight="thin to heavy pen",
        ink_contrast="even lines to strong contours",
        shoulder_turn="shoulders turned left to right",
    ),
)  # fmt: skip
