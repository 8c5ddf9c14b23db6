#!/usr/bin/env python3
"""Exports a neural model of the source text to the folder that Goldpan's selector `source-neural` reads.

    python export.py zouharvi/PreCOMET-var models/precomet-var --licence "see the model's page"
    python export.py sapienzanlp/sentinel-src-mqm models/sentinel-src-mqm --licence CC-BY-NC-SA-4.0
    python export.py PATH/checkpoints/model.ckpt models/ours --family precomet --direction higher-first \\
        --predicts "variance of our scores" --licence Apache-2.0

What it writes, and what has to be installed: see README.md beside this file.
"""

import argparse
import json
import sys
from pathlib import Path

CARD_FORMAT = "goldpan-neural-source/1"
OPSET = 17

# What each published model predicts, and which predictions are to be judged sooner. The variance of scores is highest where systems
# differ most, so it comes highest first (subset2evaluate sorts it the other way round).
KNOWN = {
    "precomet-var": ("variance of the metric over systems", "higher-first"),
    "precomet-avg": ("mean of the metric over systems", "lower-first"),
    "precomet-cons": ("agreement of the item's ranking of systems with the full ranking", "higher-first"),
    "precomet-diversity": ("similarity of the systems' outputs", "lower-first"),
    "precomet-diff": ("difficulty in an item response model", "higher-first"),
    "precomet-disc": ("discrimination in an item response model", "lower-first"),
    "precomet-diffdisc_direct": ("difficulty times discrimination in an item response model", "higher-first"),
    "sentinel-src-da": ("direct assessment of an average translation", "lower-first"),
    "sentinel-src-mqm": ("MQM score of an average translation", "lower-first"),
}

# Texts whose predictions go into the card: Goldpan compares its own with them whenever it loads the model.
CHECKS = [
    "",
    "Please sign the form.",
    "He spilled the beans, then backpedaled: talk about mixed signals!",
    "Die Katze saß auf der Matte, obwohl es regnete.",
    "我们昨天去了公园。",
    "The committee, which had met 14 times since 2019, adjourned without a vote. " * 60,
]


def parse_arguments(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="name on the Hugging Face hub, or path of a checkpoint (.ckpt)")
    parser.add_argument("folder", type=Path, help="folder to write; it must not exist yet")
    parser.add_argument("--family", choices=["precomet", "sentinel"], help="default: by the name of the model")
    parser.add_argument(
        "--direction",
        choices=["higher-first", "lower-first"],
        help="which predictions are to be judged sooner; default for published models: as in KNOWN",
    )
    parser.add_argument("--predicts", help="what the model predicts, in words; default for published models: as in KNOWN")
    parser.add_argument("--licence", required=True, help="licence of the model, from its page")
    return parser.parse_args(arguments)


def describe(arguments):
    """The family of a model, what it predicts, and its direction; exits with advice where they are not known."""
    key = arguments.model.rstrip("/").split("/")[-1].lower()
    predicts, direction = KNOWN.get(key, (None, None))
    family = arguments.family or ("sentinel" if "sentinel" in key else "precomet" if "precomet" in key else None)
    described = {
        "family": family,
        "predicts": arguments.predicts or predicts,
        "direction": arguments.direction or direction,
    }
    missing = [f"--{name}" for name, value in described.items() if value is None]
    if missing:
        sys.exit(f"{arguments.model} is not one of {', '.join(KNOWN)}; give {' and '.join(missing)}")
    return described


def make_card(*, name, predicts, direction, max_tokens, licence, checks):
    """The card as Goldpan reads it; `checks` are pairs of a text and its prediction."""
    return {
        "format": CARD_FORMAT,
        "name": name,
        "predicts": predicts,
        "direction": direction,
        "max-tokens": max_tokens,
        "licence": licence,
        "checks": [{"text": text, "prediction": prediction} for text, prediction in checks],
    }


def load(model, family):
    """A checkpoint in evaluation mode, and the number of tokens after which its package cuts a text."""
    if family == "sentinel":
        import sentinel_metric as package
    else:
        import precomet as package
    path = model if model.endswith(".ckpt") else package.download_model(model)
    loaded = package.load_from_checkpoint(path).eval().to("cpu")
    tokenizer = loaded.encoder.tokenizer
    limit = tokenizer.model_max_length if family == "sentinel" else loaded.encoder.max_positions - 2
    return loaded, limit


def wrap(model, family):
    """The model as a function of token ids and mask to one number per text."""
    import torch

    class Regressor(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, input_ids, attention_mask):
            if family == "sentinel":
                score = self.model(input_ids=input_ids, attention_mask=attention_mask).score
            else:
                score = self.model(src_input_ids=input_ids, src_attention_mask=attention_mask).score
            return score.view(-1, 1)

    return Regressor().eval()


def encode(tokenizer, texts, limit):
    return tokenizer(texts, return_tensors="pt", padding=True, truncation=True, max_length=limit)


def export(regressor, tokenizer, folder, limit):
    """Writes onnx/model.onnx, its weights beside it in one file: together they are above the 2 GB a single file may have."""
    import onnx
    import torch

    target = folder / "onnx" / "model.onnx"
    parts = folder / "parts"
    target.parent.mkdir()
    parts.mkdir()
    sample = encode(tokenizer, CHECKS[:3], limit)
    axes = {0: "batch", 1: "tokens"}
    with torch.no_grad():
        torch.onnx.export(
            regressor,
            (sample["input_ids"], sample["attention_mask"]),
            str(parts / "model.onnx"),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": {0: "batch"}},
            opset_version=OPSET,
            dynamo=False,
        )
    onnx.save_model(
        onnx.load(str(parts / "model.onnx")),
        str(target),
        save_as_external_data=True,
        all_tensors_to_one_file=True,
        location="model.onnx_data",
    )
    for file in parts.iterdir():
        file.unlink()
    parts.rmdir()
    return target


def predictions_of(regressor, tokenizer, limit):
    """What the original gives for the check texts, each in a batch of its own, so without padding."""
    import torch

    with torch.no_grad():
        encoded = [encode(tokenizer, [text], limit) for text in CHECKS]
        return [regressor(one["input_ids"], one["attention_mask"]).item() for one in encoded]


def compare(target, tokenizer, limit, expected):
    """Exits when the exported model, on all check texts in one padded batch, gives anything else than the original."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(target), providers=["CPUExecutionProvider"])
    batch = encode(tokenizer, CHECKS, limit)
    inputs = {name: batch[name].numpy() for name in ("input_ids", "attention_mask")}
    (logits,) = session.run(["logits"], inputs)
    spread = max(expected) - min(expected)
    worst = max(abs(float(got) - want) for got, want in zip(logits.reshape(-1), expected))
    print(f"largest difference between the original and the export: {worst:.2e} (predictions span {spread:.2e})")
    if not worst <= 1e-3 * max(spread, 1e-3):
        sys.exit("the exported model differs from the original; nothing should be selected with it")


def main(arguments=None):
    arguments = parse_arguments(arguments)
    described = describe(arguments)
    family = described["family"]
    if arguments.folder.exists():
        sys.exit(f"{arguments.folder} must not exist yet")
    model, limit = load(arguments.model, family)
    arguments.folder.mkdir(parents=True)
    tokenizer = model.encoder.tokenizer
    regressor = wrap(model, family)
    target = export(regressor, tokenizer, arguments.folder, limit)
    expected = predictions_of(regressor, tokenizer, limit)
    compare(target, tokenizer, limit, expected)
    tokenizer.save_pretrained(arguments.folder)
    config = {"model_type": "xlm-roberta", "architectures": ["XLMRobertaForSequenceClassification"]}
    card = make_card(
        name=arguments.model,
        predicts=described["predicts"],
        direction=described["direction"],
        max_tokens=limit,
        licence=arguments.licence,
        checks=list(zip(CHECKS, expected)),
    )
    for file, content in (("config.json", config), ("goldpan-card.json", card)):
        (arguments.folder / file).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {arguments.folder}")


if __name__ == "__main__":
    main()
