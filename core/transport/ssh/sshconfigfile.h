#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace mooring {

/// One line of an ssh_config file.
struct SshConfigLine
{
    QString file;
    int line = 0;
    QString keyword; ///< lower case
    QStringList words;
    std::vector<SshConfigLine> included; ///< of an Include
};

/// The lines of a file and of all that it includes (16 deep, as ssh), nested where they are included. Nothing is
/// contacted and nothing is run. A missing or unreadable file is empty.
std::vector<SshConfigLine> readSshConfig(const QString &file);

/// Files that `ssh` reads: those of MOORING_SSH_CONFIG alone where it is set (`ssh -F`), else the user's and the
/// system's.
QStringList sshConfigFiles();
QString sshUserHome();                  ///< of the account, as ssh takes it; not HOME
QString withTilde(const QString &path); ///< the home folder as ~
QString withoutTilde(const QString &path);

/// Where a `Match exec` stands that `ssh -G` could run for this host: to ask ssh would start that program.
std::optional<SshConfigLine> findMatchExec(const std::vector<SshConfigLine> &lines, const QString &host);

/// The first `Host` line that speaks of the host by more than "*".
std::optional<SshConfigLine> findHostLine(const std::vector<SshConfigLine> &lines, const QString &host);

/// The arguments of an ssh_config line: blanks part them, quotes hold them together, "#" begins a comment.
QStringList splitSshConfigWords(const QString &text);

} // namespace mooring
