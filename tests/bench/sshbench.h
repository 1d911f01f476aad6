#pragma once

#include "core/base/process.h"
#include "core/targets/kindregistry.h"
#include "tests/bench/race.h"
#include "tests/support/faultproxy.h"
#include "tests/support/sshserver.h"

#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace mooring::bench {

/// A real sshd on the loopback, the way to it with Mooring and with OpenSSH, and a folder that plays the far side.
class SshBench
{
public:
    enum class FarSide {
        Anywhere, ///< on whatever core is free
        OneCore   ///< on the last core alone: fifty servers that sign in must not be mistaken for our own work
    };
    /// A delay other than 0 puts a proxy in between, half of it each way.
    explicit SshBench(const QString &folder, std::chrono::milliseconds roundTrip = {},
                      FarSide farSide = FarSide::Anywhere);

    /// Empty: everything is there. Else what is missing.
    QString problem() const { return m_problem; }

    const TargetKind &kind() const { return *m_kind; }
    FormValues values() const;
    /// What the first whole ladder found out.
    const Json &facts() const { return m_facts; }
    Result<std::shared_ptr<RunHost>> host() const { return m_kind->makeRunHost(values(), m_facts); }

    /// Empties the far side, Mooring's folder included.
    void clear() const;
    QString far() const { return m_folder.filePath(QStringLiteral("far")); }
    QString near() const { return m_folder.filePath(QStringLiteral("near")); }

    /// Options that ssh, sftp and the others need to come in, with the cipher that Mooring agrees on.
    QStringList options() const;
    QString sshCommand() const; ///< for rsync -e
    QString address() const;    ///< user@127.0.0.1
    quint16 port() const { return m_proxy ? m_proxy->port() : m_server.port(); }

    /// Milliseconds of a helper that must succeed; nothing: it did not.
    static std::optional<double> time(const QString &program, const QStringList &arguments,
                                      const QByteArray &input = {}, const QString &workFolder = {});

private:
    void signIn();

    QTemporaryDir m_folder;
    test::SshServer m_server;
    std::unique_ptr<test::FaultProxy> m_proxy;
    test::SshKeyPair m_key;
    KindRegistry m_kinds;
    const TargetKind *m_kind = nullptr;
    Json m_facts;
    QString m_problem;
};

} // namespace mooring::bench
