#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace mooring {

/// One frame of a Python traceback.
struct TraceFrame
{
    QString file; ///< as printed
    int line = 0;
    QString function;
};

/// The deepest cause of a failed script, as its log tells it.
struct FailureCause
{
    QString exception;              ///< "FileNotFoundError: data/fold_3.parquet does not exist"
    std::vector<TraceFrame> frames; ///< outermost first; empty for a SyntaxError of the script itself without frames
    QByteArray traceback;           ///< the block as printed

    /// The innermost frame whose file lies in `codeFolder`: where the person can do something. Null when there is none.
    const TraceFrame *ownFrame(const QString &codeFolder) const;
    /// The path that a FileNotFoundError names, as the script gave it; empty for another exception.
    QString missingFile() const;
};

/// Finds the last chain of tracebacks in the tail of a log and in it the first one: the cause, not what was raised
/// while handling it. Nothing when the tail has none. Only Python's own format is known; nothing is guessed.
std::optional<FailureCause> findFailureCause(const QByteArray &logTail);

} // namespace mooring
