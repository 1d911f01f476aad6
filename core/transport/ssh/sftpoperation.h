#pragma once

#include "core/transport/ssh/sshoperation.h"

#include <libssh2_sftp.h>

namespace mooring {

/// One file read, written or measured over SFTP. The owner gives the SFTP channel; one operation at a time.
/// A file is written under another name beside its place and renamed: whole or not at all.
class SftpOperation : public SshOperation
{
public:
    static std::shared_ptr<SftpOperation> read(const QByteArray &path, qint64 offset, qint64 max, const QString &host);
    static std::shared_ptr<SftpOperation> write(const QByteArray &path, int mode, const QString &host);
    static std::shared_ptr<SftpOperation> size(const QByteArray &path, const QString &host);

    bool step(SshSession &session) override;
    bool wantsToRead() const override { return true; }
    bool done() const override { return m_phase == Phase::Done; }
    bool hasStarted() const override { return m_phase != Phase::Opening; }

    void use(LIBSSH2_SFTP *sftp) { m_sftp = sftp; }
    /// After the session's end: gives libssh2 back what it holds for this.
    void drop(SshSession &session);
    bool isDropped() const { return isAbandoned() && m_phase == Phase::Opening; }
    qint64 fileSize() const { return m_size; }

private:
    enum class Kind { Read, Write, Size };
    enum class Phase { Opening, Working, Syncing, Closing, Renaming, Removing, Done };

    SftpOperation(Kind kind, const QByteArray &path, const QString &host);
    bool stepOpening(SshSession &session);
    bool stepReading(SshSession &session);
    bool stepWriting(SshSession &session);
    bool stepSize(SshSession &session);
    bool stepClosing(SshSession &session);
    bool stepRenaming(SshSession &session);
    void failed(SshSession &session, int code);
    Error explain(SshSession &session, int code) const;

    Kind m_kind;
    const QByteArray m_path;
    const QString m_host;
    Phase m_phase = Phase::Opening;
    LIBSSH2_SFTP *m_sftp = nullptr;
    LIBSSH2_SFTP_HANDLE *m_handle = nullptr;
    qint64 m_offset = 0, m_max = 0;
    qint64 m_size = -1;
    int m_mode = 0;
    QByteArray m_part; ///< the name that is written to
    QByteArray m_buffer;
    qsizetype m_bufferAt = 0;
    bool m_plainRename = false;
    std::optional<Error> m_failure;
};

} // namespace mooring
