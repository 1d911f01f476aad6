#include "core/transport/ssh/sftpoperation.h"

#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SftpOperation", text); }

// libssh2 keeps as many requests on the way as the caller's buffer holds.
constexpr qsizetype kBuffer = 4 * 1024 * 1024;

} // namespace

SftpOperation::SftpOperation(Kind kind, const QByteArray &path, const QString &host)
    : m_kind(kind), m_path(path), m_host(host)
{
}

std::shared_ptr<SftpOperation> SftpOperation::read(const QByteArray &path, qint64 offset, qint64 max,
                                                   const QString &host)
{
    std::shared_ptr<SftpOperation> operation(new SftpOperation(Kind::Read, path, host));
    operation->m_offset = offset;
    operation->m_max = max;
    return operation;
}

std::shared_ptr<SftpOperation> SftpOperation::write(const QByteArray &path, int mode, const QString &host)
{
    std::shared_ptr<SftpOperation> operation(new SftpOperation(Kind::Write, path, host));
    operation->m_mode = mode;
    operation->m_part = path + ".part-" + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    return operation;
}

std::shared_ptr<SftpOperation> SftpOperation::size(const QByteArray &path, const QString &host)
{
    return std::shared_ptr<SftpOperation>(new SftpOperation(Kind::Size, path, host));
}

bool SftpOperation::step(SshSession &session)
{
    switch (m_phase) {
    case Phase::Opening:
        return m_kind == Kind::Size ? stepSize(session) : stepOpening(session);
    case Phase::Working:
        if (isAbandoned()) {
            m_phase = Phase::Closing;
            m_failure = Error::canceled();
            return true;
        }
        return m_kind == Kind::Read ? stepReading(session) : stepWriting(session);
    case Phase::Syncing: {
        // Not every server has it; the rename comes after in any case.
        const int code = libssh2_sftp_fsync(m_handle);
        if (code == LIBSSH2_ERROR_EAGAIN)
            return false;
        m_phase = Phase::Closing;
        return true;
    }
    case Phase::Closing:
        return stepClosing(session);
    case Phase::Renaming:
        return stepRenaming(session);
    case Phase::Removing: {
        const int code = libssh2_sftp_unlink_ex(m_sftp, m_part.constData(), unsigned(m_part.size()));
        if (code == LIBSSH2_ERROR_EAGAIN)
            return false;
        finish(m_failure);
        m_phase = Phase::Done;
        return true;
    }
    case Phase::Done:
        return false;
    }
    return false;
}

Error SftpOperation::explain(SshSession &session, int code) const
{
    const QString name = plainServerText(m_path, 200);
    const unsigned long status = code == LIBSSH2_ERROR_SFTP_PROTOCOL ? libssh2_sftp_last_error(m_sftp) : 0;
    switch (status) {
    case LIBSSH2_FX_NO_SUCH_FILE:
    case LIBSSH2_FX_NO_SUCH_PATH:
        return Error::failed(u"ssh.fileMissing"_s, tr("There is no file or folder %1 on %2.").arg(name, m_host));
    case LIBSSH2_FX_PERMISSION_DENIED:
    case LIBSSH2_FX_WRITE_PROTECT:
        return Error::failed(u"ssh.fileDenied"_s, tr("%2 does not allow access to %1.").arg(name, m_host));
    case LIBSSH2_FX_NO_SPACE_ON_FILESYSTEM:
    case LIBSSH2_FX_QUOTA_EXCEEDED:
        return Error::failed(u"ssh.diskFull"_s, tr("There is no space left for %1 on %2.").arg(name, m_host));
    default:
        return Error::failed(u"ssh.fileFailed"_s, tr("The transfer of %1 with %2 failed.").arg(name, m_host))
            .withCause(status ? u"SFTP status %1"_s.arg(status) : session.lastError());
    }
}

/// Closes what is open, then says so.
void SftpOperation::failed(SshSession &session, int code)
{
    m_failure = explain(session, code);
    m_phase = Phase::Closing;
}

bool SftpOperation::stepOpening(SshSession &session)
{
    const bool reading = m_kind == Kind::Read;
    const QByteArray &path = reading ? m_path : m_part;
    const unsigned long flags =
        reading ? LIBSSH2_FXF_READ : LIBSSH2_FXF_WRITE | LIBSSH2_FXF_CREAT | LIBSSH2_FXF_TRUNC | LIBSSH2_FXF_EXCL;
    m_handle =
        libssh2_sftp_open_ex(m_sftp, path.constData(), unsigned(path.size()), flags, m_mode, LIBSSH2_SFTP_OPENFILE);
    if (!m_handle) {
        const int code = libssh2_session_last_errno(session.raw());
        if (session.judged(code) == LIBSSH2_ERROR_EAGAIN)
            return false;
        finish(explain(session, code));
        m_phase = Phase::Done;
        return true;
    }
    moved();
    if (reading)
        libssh2_sftp_seek64(m_handle, quint64(m_offset));
    m_phase = Phase::Working;
    return true;
}

bool SftpOperation::stepReading(SshSession &session)
{
    if (!hasRoom())
        return false;
    if (m_buffer.isEmpty())
        m_buffer = QByteArray(std::min<qsizetype>(kBuffer, m_max), Qt::Uninitialized);
    if (m_max == 0) {
        m_phase = Phase::Closing;
        return true;
    }
    const ssize_t got = libssh2_sftp_read(m_handle, m_buffer.data(), size_t(std::min<qint64>(m_buffer.size(), m_max)));
    if (session.judged(got) == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (got < 0) {
        failed(session, int(got));
    } else if (got == 0) {
        m_phase = Phase::Closing;
    } else {
        m_max -= got;
        give(QByteArray(m_buffer.constData(), got));
    }
    return true;
}

bool SftpOperation::stepWriting(SshSession &session)
{
    // The buffer slides: libssh2 knows how much of its front it has already sent.
    while (m_buffer.size() - m_bufferAt < kBuffer) {
        const QByteArrayView piece = input();
        if (piece.isEmpty())
            break;
        if (m_bufferAt > kBuffer) {
            m_buffer.remove(0, m_bufferAt);
            m_bufferAt = 0;
        }
        m_buffer.append(piece);
        used(piece.size());
    }
    const qsizetype left = m_buffer.size() - m_bufferAt;
    if (left == 0) {
        if (!inputEnded())
            return false;
        m_phase = Phase::Syncing;
        return true;
    }
    const ssize_t sent = libssh2_sftp_write(m_handle, m_buffer.constData() + m_bufferAt, size_t(left));
    if (session.judged(sent) == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (sent < 0) {
        failed(session, int(sent));
        return true;
    }
    m_bufferAt += sent;
    moved();
    return sent > 0;
}

bool SftpOperation::stepSize(SshSession &session)
{
    LIBSSH2_SFTP_ATTRIBUTES attributes{};
    const int code =
        libssh2_sftp_stat_ex(m_sftp, m_path.constData(), unsigned(m_path.size()), LIBSSH2_SFTP_STAT, &attributes);
    if (session.judged(code) == LIBSSH2_ERROR_EAGAIN)
        return false;
    const Error error = code == 0 ? Error() : explain(session, code);
    if (code == 0 && (attributes.flags & LIBSSH2_SFTP_ATTR_SIZE) != 0)
        m_size = qint64(std::min<quint64>(attributes.filesize, quint64(std::numeric_limits<qint64>::max())));
    finish(code == 0 || error.code == u"ssh.fileMissing" ? std::optional<Error>() : std::optional(error));
    m_phase = Phase::Done;
    return true;
}

void SftpOperation::drop(SshSession &session)
{
    while (m_handle && libssh2_sftp_close_handle(m_handle) == LIBSSH2_ERROR_EAGAIN)
        session.beginPass();
    m_handle = nullptr;
}

bool SftpOperation::stepClosing(SshSession &session)
{
    const int code = m_handle ? libssh2_sftp_close_handle(m_handle) : 0;
    if (session.judged(code) == LIBSSH2_ERROR_EAGAIN)
        return false;
    m_handle = nullptr;
    // A server may tell only now that the last bytes did not fit.
    if (code < 0 && !m_failure && m_kind == Kind::Write)
        m_failure = explain(session, code);
    if (m_kind == Kind::Write) {
        m_phase = m_failure ? Phase::Removing : Phase::Renaming;
        return true;
    }
    finish(m_failure);
    m_phase = Phase::Done;
    return true;
}

bool SftpOperation::stepRenaming(SshSession &session)
{
    const int code = m_plainRename ? libssh2_sftp_rename_ex(m_sftp, m_part.constData(), unsigned(m_part.size()),
                                                            m_path.constData(), unsigned(m_path.size()),
                                                            LIBSSH2_SFTP_RENAME_OVERWRITE | LIBSSH2_SFTP_RENAME_ATOMIC)
                                   : libssh2_sftp_posix_rename_ex(m_sftp, m_part.constData(), size_t(m_part.size()),
                                                                  m_path.constData(), size_t(m_path.size()));
    if (code == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (code == 0) {
        finish();
        m_phase = Phase::Done;
        return true;
    }
    // The server said so, or libssh2 knows it without asking.
    if (!m_plainRename &&
        (code == LIBSSH2_FX_OP_UNSUPPORTED || libssh2_sftp_last_error(m_sftp) == LIBSSH2_FX_OP_UNSUPPORTED)) {
        m_plainRename = true;
        return true;
    }
    m_failure = explain(session, code);
    m_phase = Phase::Removing;
    return true;
}

} // namespace mooring
