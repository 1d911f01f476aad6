#include "tests/core/credentials/keyringsession.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

const QString kSecrets = u"org.freedesktop.secrets"_s;

// No service can be started on this bus: no keychain is a keychain that is absent.
constexpr char kEmptyBus[] = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)";

} // namespace

QString keyringMode() { return qEnvironmentVariable("MOORING_TEST_KEYRING"); }

bool hasKeyringPrograms()
{
    return !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty() &&
           !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
}

int runInKeyringSession(const QString &mode, bool withKeyring, const QStringList &arguments)
{
    const QTemporaryDir home;
    QDir(home.path()).mkdir(u"runtime"_s);
    QFile::setPermissions(home.path() + u"/runtime"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile config(home.path() + u"/bus.conf"_s);
    if (!config.open(QIODevice::WriteOnly) || config.write(kEmptyBus) < 0)
        return 1;
    config.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s,
          u"XDG_CACHE_HOME"_s, u"GNOME_KEYRING_CONTROL"_s, u"XDG_CURRENT_DESKTOP"_s, u"DESKTOP_SESSION"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path() + u"/runtime"_s);
    environment.insert(u"MOORING_TEST_KEYRING"_s, mode);
    QStringList words;
    words << u"--config-file="_s + (withKeyring ? u"/usr/share/dbus-1/session.conf"_s : config.fileName());
    words << u"--"_s << QCoreApplication::applicationFilePath() << arguments;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(u"dbus-run-session"_s, words);
    process.waitForFinished(80000);
    return process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                                   : 1;
}

bool unlockKeyring()
{
    QProcess process;
    process.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s});
    process.write("pw");
    process.closeWriteChannel();
    return process.waitForFinished(10000) && process.exitCode() == 0 &&
           QTest::qWaitFor([] { return keyringPid() != 0; }, 5000);
}

void lockKeyring()
{
    qDBusRegisterMetaType<QList<QDBusObjectPath>>();
    QDBusMessage lock = QDBusMessage::createMethodCall(kSecrets, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    lock.setArguments(
        {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)})});
    QDBusConnection::sessionBus().call(lock, QDBus::Block, 5000);
}

qint64 keyringPid()
{
    const QDBusReply<uint> pid = QDBusConnection::sessionBus().interface()->servicePid(kSecrets);
    return pid.isValid() ? pid.value() : 0;
}

void endKeyring()
{
    if (const qint64 pid = keyringPid()) {
        kill(pid_t(pid), SIGKILL);
        (void)QTest::qWaitFor([] { return keyringPid() == 0; }, 5000);
    }
}

} // namespace mooring::test
