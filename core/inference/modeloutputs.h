#pragma once

#include "core/runs/outputs.h"

#include <vector>

namespace mooring {

/// A folder or a file among the outputs of a run that can be served.
struct ModelOutput
{
    QString path; ///< relative to outputs/; empty: outputs/ itself
    bool isFolder = false, isMlflow = false;
    qint64 files = 0, size = 0;

    /// "run:RUN/PATH" of DeploymentSettings::model.
    QString modelOf(const QString &run) const;
};

/// Found by names alone: MLflow model folders first, then folders that are called model or hold a score.py or files of
/// a known model format, then such files by themselves.
std::vector<ModelOutput> findModelOutputs(const std::vector<OutputFile> &files);

} // namespace mooring
