#include "core/credentials/secretservice.h"

#include "core/base/ids.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QLibrary>

#include <utility>

namespace mooring::secretservice {

using namespace Qt::StringLiterals;
using State = CredentialStore::State;

namespace {

constexpr int kAnswerLimitMs = 4000;

const QString kSecrets = u"org.freedesktop.secrets"_s;
const QString kBus = u"org.freedesktop.DBus"_s;

/// Without an address the D-Bus library would start a bus of its own.
bool hasBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
}

/// A connection of our own: the shared one of the process would stay broken after the bus was restarted.
class Bus
{
public:
    Bus()
        : m_name(u"mooring-keychain-"_s + randomWord(8)),
          m_connection(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
    }
    ~Bus() { QDBusConnection::disconnectFromBus(m_name); }

    bool isConnected() const { return m_connection.isConnected(); }
    QDBusMessage call(const QString &service, const QString &path, const QString &interface, const QString &method,
                      const QVariantList &arguments = {})
    {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
        message.setArguments(arguments);
        return m_connection.call(message, QDBus::Block, kAnswerLimitMs);
    }
    bool knows(const QString &name)
    {
        const QDBusReply<bool> owned = call(kBus, u"/org/freedesktop/DBus"_s, kBus, u"NameHasOwner"_s, {name});
        if (owned.isValid() && owned.value())
            return true;
        const QDBusReply<QStringList> startable =
            call(kBus, u"/org/freedesktop/DBus"_s, kBus, u"ListActivatableNames"_s);
        return startable.isValid() && startable.value().contains(name);
    }

private:
    QString m_name;
    QDBusConnection m_connection;
};

/// libsecret, which QtKeychain loads, keeps its session with a service that is gone and fails from then on.
void dropOldSession(const QString &owner)
{
    static QString known; // only on the keychain's thread
    const QString before = std::exchange(known, owner);
    if (before.isEmpty() || before == owner)
        return;
    if (const auto disconnect = QLibrary(u"secret-1"_s, 0).resolve("secret_service_disconnect"))
        disconnect();
}

State stateOf(const QDBusMessage &failure)
{
    switch (QDBusError(failure).type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return State::Hung;
    case QDBusError::AccessDenied:
        return State::Denied;
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return State::Absent;
    default:
        // A service that cannot be started is not there ("org.freedesktop.DBus.Error.Spawn…").
        return failure.errorName().contains(u".Spawn"_s) ? State::Absent : State::Denied;
    }
}

State askOnce(Bus &bus)
{
    const QDBusMessage alias = bus.call(kSecrets, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s,
                                        u"ReadAlias"_s, {u"default"_s});
    if (alias.type() != QDBusMessage::ReplyMessage)
        return stateOf(alias);
    const QDBusReply<QString> owner = bus.call(kBus, u"/org/freedesktop/DBus"_s, kBus, u"GetNameOwner"_s, {kSecrets});
    if (owner.isValid())
        dropOldSession(owner.value());
    const QString collection = alias.arguments().value(0).value<QDBusObjectPath>().path();
    if (collection.isEmpty() || collection == u"/")
        return State::Locked; // never opened yet: only the person can make one, with a password
    const QDBusMessage locked = bus.call(kSecrets, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                         {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    if (locked.type() != QDBusMessage::ReplyMessage)
        return stateOf(locked);
    return locked.arguments().value(0).value<QDBusVariant>().variant().toBool() ? State::Locked : State::Ready;
}

} // namespace

State askState()
{
    if (!hasBus())
        return State::Absent;
    Bus bus;
    if (!bus.isConnected())
        return State::Absent;
    if (!bus.knows(kSecrets)) {
        const bool otherBackend = bus.knows(u"org.kde.kwalletd6"_s) || bus.knows(u"org.kde.kwalletd5"_s);
        return otherBackend ? State::Ready : State::Absent; // QtKeychain speaks to it by itself
    }
    return askOnce(bus);
}

bool canPrompt()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return false;
    if (!hasBus())
        return false;
    Bus bus;
    return bus.isConnected() && (bus.knows(u"org.gnome.keyring.SystemPrompter"_s) ||
                                 bus.knows(u"org.kde.kwalletd6"_s) || bus.knows(u"org.kde.kwalletd5"_s));
}

} // namespace mooring::secretservice
