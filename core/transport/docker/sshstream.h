#pragma once

#include "core/transport/http/bytestream.h"
#include "core/transport/ssh/sshconnection.h"

namespace mooring {

/// The standard input and output of a command on another machine as a stream, for one exchange: all is written before
/// the first read, for then the input has had its last piece (and stays open). Code beside those of streams:
/// "docker.noBridge", the command ended: the cause is what it printed to its errors.
class SshStream : public ByteStream
{
public:
    SshStream(std::shared_ptr<SshConnection> connection, const QByteArray &command, QString name);
    ~SshStream() override; ///< ends the command
    Q_DISABLE_COPY_MOVE(SshStream)

    Result<qsizetype> read(std::span<char> buffer, std::chrono::milliseconds limit, const CancelToken &cancel) override;
    Result<> write(const QByteArray &bytes, std::chrono::milliseconds limit, const CancelToken &cancel) override;
    QString name() const override { return m_name; }

private:
    struct State;
    QString m_name;
    std::shared_ptr<State> m_state;
};

} // namespace mooring
