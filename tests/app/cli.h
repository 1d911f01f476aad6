#pragma once

#include "core/base/process.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

namespace mooring::test {

/// The real program on a profile of its own, driven as a person or a script would.
class Cli
{
public:
    Cli();

    /// Runs `mooring --profile P words…`; a limit of 60 s.
    CommandOutput run(const QStringList &words, const QByteArray &input = {}) const;
    /// Standard output of a command that must succeed, parsed; null when it did not (and prints why).
    Json json(QStringList words) const;
    /// The error document of a command that must fail.
    Json error(QStringList words, int exitCode) const;

    QString profile() const { return m_folder.filePath(QStringLiteral("profile")); }
    /// A source folder with one script in it.
    QString source(const QString &name, const QByteArray &script) const;
    QString folder() const { return m_folder.path(); }
    Command command(const QStringList &words) const;

private:
    QTemporaryDir m_folder;
};

} // namespace mooring::test
