#pragma once

#include "core/jobs/jobcontext.h"
#include "core/runs/runhost.h"

namespace mooring {

/// One file that a run left in outputs/.
struct OutputFile
{
    QByteArray path; ///< relative to outputs/, bytes as the host's file system has them
    qint64 size = 0;
    QString sha256; ///< empty when not asked for

    /// One entry of `outputs` (cli.md). A path that is not UTF-8 is percent-encoded and marked "encoded":true.
    Json toJson() const;
};

/// Regular files below outputs/, sorted by path; links are not followed. A run without outputs: empty.
Result<std::vector<OutputFile>> listOutputs(RunHost &host, const QString &runFolder, bool withHashes,
                                            const CancelToken &cancel);

/// Bytes of all of outputs/.
Result<qint64> outputSize(RunHost &host, const QString &runFolder, const CancelToken &cancel);

/// Copies outputs/ into a folder of this computer, which is made when it is not there. Gives what is there now.
/// Nothing is overwritten: a file that is there with the same content stays, one with other content is an error
/// ("outputs.exists") before anything is copied. Each file appears whole, with the hash that the host gives, or not at
/// all ("outputs.damaged"); names that would leave the folder are refused ("outputs.badName"), and no link in the
/// folder is followed.
Result<std::vector<OutputFile>> copyOutputs(RunHost &host, const QString &runFolder, const QString &folder,
                                            JobContext &context);

} // namespace mooring
