#include "core/credentials/memorystore.h"

#include "core/base/redactor.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <string.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargest = 64 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::CredentialStore", text); }

/// Not a promise that no copy is left anywhere, but this one is not.
void wipe(QByteArray &secret) { explicit_bzero(secret.data(), size_t(secret.size())); }

} // namespace

Result<> checkSecret(const QByteArray &secret)
{
    if (secret.isEmpty())
        return Error::usage(u"credentials.empty"_s, tr("The secret is empty and was not kept."));
    if (secret.size() > kLargest)
        return Error::usage(u"credentials.tooLarge"_s,
                            tr("The secret is larger than %1 and was not kept.").arg(humanSize(kLargest)));
    return {};
}

MemoryStore::~MemoryStore()
{
    for (auto &entry : m_secrets)
        wipe(entry.second);
}

CredentialStore::State MemoryStore::probe(const CancelToken &) { return State::Absent; }
CredentialStore::State MemoryStore::lastState() const { return State::Absent; }

Result<CredentialStore::Kept> MemoryStore::write(const QString &key, const QByteArray &secret, const CancelToken &)
{
    if (auto good = checkSecret(secret); !good)
        return good.error();
    Redactor::instance().add(secret);
    keep(key, secret);
    return Kept::Memory;
}

Result<> MemoryStore::hold(const QString &key, const QByteArray &secret)
{
    const auto kept = write(key, secret, {});
    return kept ? Result<>() : Result<>(kept.error());
}

Result<QByteArray> MemoryStore::read(const QString &key, const CancelToken &)
{
    if (auto secret = find(key))
        return *secret;
    return Error::of(ErrorKind::SignIn, u"credentials.absent"_s,
                     tr("There is no keychain, and the secret was not given in this session."))
        .withFix(tr("Give the secret again."));
}

Result<> MemoryStore::remove(const QString &key, const CancelToken &)
{
    forget(key);
    return {};
}

std::optional<QByteArray> MemoryStore::find(const QString &key) const
{
    const std::lock_guard lock(m_lock);
    const auto found = m_secrets.find(key);
    return found == m_secrets.end() ? std::nullopt : std::optional(found->second);
}

void MemoryStore::keep(const QString &key, const QByteArray &secret)
{
    forget(key);
    const std::lock_guard lock(m_lock);
    m_secrets[key] = QByteArray(secret.constData(), secret.size()); // a copy of its own: it will be wiped
}

void MemoryStore::forget(const QString &key)
{
    const std::lock_guard lock(m_lock);
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        return;
    wipe(found->second);
    m_secrets.erase(found);
}

} // namespace mooring
