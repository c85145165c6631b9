"""From a pack back to a run's checkpoints, so that training goes on from what is committed."""

from __future__ import annotations

import json
from pathlib import Path

from models.training.checkpoints import save_checkpoint
from models.training.errors import TrainingError
from models.training.pack_networks import load_pack_networks
from models.training.stages import space_of
from models.training.style_space import STYLE_SPACE


def unpack(pack: Path, run: Path) -> None:
    """Write ``configuration.json`` and a checkpoint of every stage into ``run``.

    A stage resumes at the step and minute where it was exported. The optimiser starts afresh:
    its state is twice the weights and not worth a place in the repository.

    Raises:
        TrainingError: the pack cannot be trained on, or ``run`` holds checkpoints already.
    """
    trained = load_pack_networks(pack)
    networks, generator = trained.by_name, trained.generator
    there = [name for name in networks if (run / f"{name}.pt").exists()]
    if there:
        raise TrainingError(f"{run} holds checkpoints already ({', '.join(there)}): take another")
    training = json.loads((pack / "model.json").read_text(encoding="utf-8"))["training"]
    run.mkdir(parents=True, exist_ok=True)
    text = json.dumps(training["configuration"], indent=2) + "\n"
    (run / "configuration.json").write_text(text, encoding="utf-8")
    for name, network in networks.items():
        reached = training["stages"].get(name, {})
        save_checkpoint(
            run / f"{name}.pt",
            {
                "model": network.state_dict(),
                "step": int(reached.get("step", 0)),
                "seconds": 60 * float(reached.get("minutes", 0)),
                **({} if network is generator else {STYLE_SPACE: space_of(generator)}),
            },
        )
