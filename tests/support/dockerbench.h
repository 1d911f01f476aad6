#pragma once

#include "core/base/process.h"
#include "core/transport/docker/dockerengine.h"
#include "core/transport/docker/dockerprobe.h"

#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace mooring::test {

/// A real engine of the test's own: socket, data and exec root in a folder of its own, and no registry. It ends with
/// this object, with everything that it mounted. Start it on the thread of the test.
///
///     MOORING_NEEDS(DockerBench::possible(), "…");
///     QVERIFY(DockerBench::enterOwnNetwork()); // once, before anything is started
///     QVERIFY2(bench.start(), bench.log());
///     QVERIFY(bench.makeBox());
class DockerBench
{
public:
    DockerBench();
    ~DockerBench();
    Q_DISABLE_COPY_MOVE(DockerBench)

    static bool possible(); ///< root, dockerd, busybox
    /// This process alone gets a network of its own, with a loopback, in which containers may publish ports.
    static bool enterOwnNetwork();

    /// `more`: options of dockerd beside ours.
    bool start(const QStringList &more = {});
    void stop(); ///< SIGTERM; containers end with it but for live-restore
    void kill(); ///< SIGKILL, as a crash; containerd and containers stay
    QByteArray log() const;
    qint64 pid() const;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString host() const { return QStringLiteral("unix://") + path(QStringLiteral("d.sock")); }
    DockerSearch search() const;
    std::shared_ptr<DockerEngine> engine() const; ///< null when it does not answer in half a minute
    /// A shell script in the folder, with DOCKER_HOST set and Debian's docker first on PATH.
    CommandOutput shell(const QString &script, std::chrono::milliseconds limit = std::chrono::seconds(60)) const;
    /// The image box:1: busybox with what it links to.
    bool makeBox() const;
    void write(const QString &name, const QByteArray &text) const; ///< below the folder; makes folders

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
};

} // namespace mooring::test
