#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace mooring {

/// The exit code that an error stands for (cli.md); nothing else decides it.
int exitCodeOf(const Error &error);

/// Results on stdout, talk on stderr. Everything passes the redactor but the bytes of a log.
class Output
{
public:
    bool json = false;
    bool quiet = false;

    /// One JSON document and a line end.
    void document(const Json &value) const;
    void text(const QString &text) const;
    /// As they came; false when the reader is gone.
    bool bytes(const QByteArray &bytes) const;
    /// Progress, warnings: stderr, not with --quiet.
    void talk(const QString &text) const;
    /// To the person at the terminal: stderr, no line end, with --quiet too.
    void question(const QString &text) const;
    /// Prints the error, as JSON with --json, and gives its exit code.
    int fail(const Error &error) const;
    /// Columns as wide as their widest cell; the first row is the head. Numbers are not aligned: scripts use --json.
    void table(const std::vector<QStringList> &rows) const;

    static bool stdinIsTerminal();
};

} // namespace mooring
