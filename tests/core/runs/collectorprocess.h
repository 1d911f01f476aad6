#pragma once

#include "core/base/json.h"

#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace mooring::test {

struct HttpAnswer
{
    int status = 0; ///< 0: no answer
    QByteArray body;
    Json json() const { return Json::parse(body.toStdString(), nullptr, false); }
    QString errorCode() const { return stringAt(json(), "error_code"); }
};

/// A real collector of a run's folder of its own, and a plain HTTP client that can misbehave.
class CollectorProcess
{
public:
    QTemporaryDir base;
    QProcess process;

    QString run() const { return base.filePath(QStringLiteral("run-1")); }
    QString file(const QString &path) const { return run() + QLatin1Char('/') + path; }

    bool start(const QString &before = QString())
    {
        QDir().mkpath(run());
        const QString script = before + QStringLiteral("exec python3 \"$0\" --folder \"$1\"");
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), script, QStringLiteral(MOORING_SOURCE_DIR "/resources/remote/collector.py"), run()});
        return process.waitForStarted() &&
               QTest::qWaitFor([&] { return QFile::exists(file(QStringLiteral("collector.env"))); }, 20000);
    }
    ~CollectorProcess()
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(2000);
    }

    QByteArray content(const QString &path) const
    {
        QFile from(file(path));
        return from.open(QIODevice::ReadOnly) ? from.readAll() : QByteArray();
    }
    /// As a shell that read collector.env has it.
    QString variable(const QString &name) const
    {
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral(". \"$0\"; printenv \"$1\""),
                                                file(QStringLiteral("collector.env")), name});
        shell.waitForFinished();
        return QString::fromUtf8(shell.readAllStandardOutput()).trimmed();
    }
    QString token() const { return variable(QStringLiteral("MLFLOW_TRACKING_TOKEN")); }
    quint16 port() const
    {
        return quint16(variable(QStringLiteral("MLFLOW_TRACKING_URI")).section(QLatin1Char(':'), -1).toUInt());
    }

    /// Sends the bytes as they are and reads one answer, or to the end of the connection.
    HttpAnswer raw(const QByteArray &request, int limitMs = 10000)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port());
        if (!socket.waitForConnected(5000))
            return {};
        socket.write(request);
        socket.waitForBytesWritten(5000);
        QByteArray got;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < limitMs) {
            const qsizetype end = got.indexOf("\r\n\r\n");
            if (end >= 0) {
                const qsizetype at = got.indexOf("Content-Length: ");
                const qsizetype length = got.mid(at + 16, got.indexOf('\r', at) - at - 16).toLongLong();
                if (got.size() >= end + 4 + length)
                    return {got.mid(9, 3).toInt(), got.mid(end + 4, length)};
            }
            if (!socket.waitForReadyRead(500) && socket.state() != QAbstractSocket::ConnectedState &&
                !socket.bytesAvailable())
                break;
            got += socket.readAll();
        }
        return {};
    }
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                   const QByteArray &authorization = QByteArray("-"))
    {
        if (m_token.isEmpty())
            m_token = token().toUtf8();
        QByteArray head =
            method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        if (authorization == "-")
            head += "Authorization: Bearer " + m_token + "\r\n";
        else if (!authorization.isEmpty())
            head += "Authorization: " + authorization + "\r\n";
        return raw(head + "\r\n" + body);
    }
    HttpAnswer post(const QByteArray &call, const QByteArray &body)
    {
        return ask("POST", "/api/2.0/mlflow/" + call, body);
    }
    HttpAnswer get(const QByteArray &call) { return ask("GET", "/api/2.0/mlflow/" + call); }

private:
    QByteArray m_token;
};

} // namespace mooring::test
