#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <functional>

namespace mooring {

/// A helper program to run: no shell, arguments as a list, fixed locale (LC_ALL=C.UTF-8), its own limit.
struct Command
{
    QString program; ///< name to find on PATH, or a path
    QStringList arguments;
    QByteArray input;        ///< for its standard input; secrets go here, never in arguments or environment
    QString folder;          ///< working folder; empty: ours
    QStringList environment; ///< extra "NAME=value"
    std::chrono::milliseconds limit{10000};
    qint64 outputLimit = 16 * 1024 * 1024;            ///< bytes kept of each stream; the rest is read and dropped
    std::function<void(const QByteArray &)> onOutput; ///< stdout and stderr as they come, on the calling thread
};

struct CommandOutput
{
    int exitCode = 0;
    int signal = 0; ///< not 0 when a signal ended it
    QByteArray output;
    QByteArray errors;
    qint64 ms = 0;

    bool succeeded() const { return exitCode == 0 && signal == 0; }
};

/// Runs it and waits: for worker threads and the command line, never for the window's thread.
/// An exit code other than 0 is an answer, not an Error. Errors: "process.notFound", "process.timeLimit",
/// "process.canceled", "process.failed". On limit and cancel the whole process group is killed.
Result<CommandOutput> runCommand(const Command &command, const CancelToken &cancel);

/// The path that PATH gives for `program`, or empty.
QString findProgram(const QString &program);

} // namespace mooring
