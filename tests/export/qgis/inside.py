"""Runs in QGIS's own Python: opens files as dragging them in does, and tells what it sees as JSON.

Standard input is a list of tasks: ``{"do": "open", "file": …}``, ``{"do": "picture", …}``,
``{"do": "save_as", …}``. Standard output is a list of what came of each.
"""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProviderRegistry,
    QgsProviderSublayerDetails,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def dragged_in(file):
    """Return the layers that QGIS makes of a file, with their default styles."""
    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    found = QgsProviderRegistry.instance().querySublayers(file, flags)
    context = QgsCoordinateTransformContext()
    options = QgsProviderSublayerDetails.LayerOptions(context)
    options.loadDefaultStyle = True
    layers = [one.toLayer(options) for one in found]
    return [one for one in layers if one.name().split(" — ")[-1] != "layer_styles"]


def told(layer):
    """Return what a layer is, and what its first feature is called and says."""
    first = next(layer.getFeatures(), None)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    if first is not None:
        context.setFeature(first)
    called = QgsExpression(layer.displayExpression()).evaluate(context)
    return {
        "name": layer.name().split(" — ")[-1],
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "rows": sum(1 for _ in layer.getFeatures()),
        "labels": bool(layer.isSpatial() and layer.labelsEnabled()),
        "aliases": [layer.attributeDisplayName(n) for n in range(layer.fields().count())],
        "called": called,
        "tip": QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context),
        "legend": legend(layer),
        "drawn": drawn(layer, context) if layer.isSpatial() else 0,
    }


def legend(layer):
    """Return the titles of the rules, those inside a group in a list behind its title."""
    renderer = layer.renderer() if layer.isSpatial() else None
    if renderer is None or renderer.type() != "RuleRenderer":
        return []

    def rules(rule):
        return [
            [one.label(), rules(one)] if one.children() else one.label() for one in rule.children()
        ]

    return rules(renderer.rootRule())


def drawn(layer, context):
    """Return how many features have a symbol."""
    renderer = layer.renderer().clone()
    render = QgsRenderContext()
    render.setExpressionContext(context)
    renderer.startRender(render, layer.fields())
    count = 0
    for one in layer.getFeatures():
        render.expressionContext().setFeature(one)
        count += renderer.willRenderFeature(one, render)
    renderer.stopRender(render)
    return count


def edit(layer, edits):
    """Change features that have a value in a column, as a reader of a layer does."""
    layer.startEditing()
    for one in edits:
        column, value = one["where"]
        for feature in layer.getFeatures():
            if feature[column] == value:
                for key, new in one.get("set", {}).items():
                    layer.changeAttributeValue(feature.id(), layer.fields().indexOf(key), new)
                if "to" in one:
                    layer.changeGeometry(
                        feature.id(), QgsGeometry.fromPointXY(QgsPointXY(*one["to"]))
                    )
    return layer.commitChanges()


def save_as(task):
    """Edit the one layer of a file, or a copy of it, and save it: in place or as another file."""
    (layer,) = dragged_in(task["file"])
    if "output" not in task:
        return edit(layer, task["edits"])
    copy = layer.materialize(QgsFeatureRequest())
    edit(copy, task["edits"])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "GeoJSON", "UTF-8"
    options.layerOptions = ["COORDINATE_PRECISION=15", "RFC7946=NO", "WRITE_BBOX=NO"]
    error = QgsVectorFileWriter.writeAsVectorFormatV3(
        copy, task["output"], QgsCoordinateTransformContext(), options
    )
    return list(error[:2])


def picture(task):
    """Draw the layers that are asked for as QGIS shows them, labels too."""
    layers = {one.name().split(" — ")[-1]: one for one in dragged_in(task["file"])}
    settings = QgsMapSettings()
    settings.setLayers([layers[name] for name in task["layers"] if name in layers])
    settings.setOutputSize(QSize(1200, 900))
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setExtent(QgsRectangle(*task["extent"]))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(task["output"])
    labels = job.takeLabelingResults()
    box = settings.extent()
    return sorted(one.labelText for one in labels.labelsWithinRect(box)) if labels else []


DOING = {
    "open": lambda task: [told(one) for one in dragged_in(task["file"])],
    "save_as": save_as,
    "picture": picture,
}


def main():
    """Do the tasks in one run of QGIS: starting it takes seconds."""
    application = QgsApplication([], False)
    application.initQgis()
    answers = [DOING[task["do"]](task) for task in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # QGIS now and then falls over its own end


if __name__ == "__main__":
    main()
