#include "core/credentials/keychainstore.h"

#include "core/base/redactor.h"
#include "core/credentials/keychainthread.h"
#include "core/credentials/secretservice.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kService = u"mooring"_s;
constexpr auto kLimit = 5000ms;
constexpr auto kPromptLimit = 25000ms;

QString tr(const char *text) { return QCoreApplication::translate("mooring::CredentialStore", text); }

} // namespace

struct KeychainStore::Outcome
{
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    QByteArray secret;
};

CredentialStore::State KeychainStore::lastState() const { return m_state; }

CredentialStore::State KeychainStore::probe(const CancelToken &cancel)
{
    const auto state = std::make_shared<std::atomic<State>>(State::Unknown);
    const auto wait = KeychainThread::instance().ask(
        [state](QObject *, const std::function<void()> &done) {
            *state = secretservice::askState();
            done();
        },
        kLimit, cancel);
    if (wait == KeychainThread::Wait::Canceled)
        return m_state;
    m_state = wait == KeychainThread::Wait::TimeLimit ? State::Hung : state->load();
    return m_state;
}

Error KeychainStore::refusal(State state) const
{
    switch (state) {
    case State::Locked:
        return Error::of(ErrorKind::SignIn, u"credentials.locked"_s, tr("The keychain is locked."))
            .withFix(tr("Unlock the keychain of your desktop, then try again."));
    case State::Denied:
        return Error::of(ErrorKind::SignIn, u"credentials.denied"_s, tr("The keychain refused access."))
            .withFix(tr("Allow Mooring to use the keychain, then try again."));
    case State::Hung:
        return Error::of(ErrorKind::TimeLimit, u"credentials.hung"_s, tr("The keychain does not answer."))
            .withFix(tr("Restart the keychain service or sign in to the desktop again, then try again."));
    case State::Absent:
        return Error::of(ErrorKind::SignIn, u"credentials.absent"_s,
                         tr("There is no keychain, and the secret was not given in this session."))
            .withFix(tr("Give the secret again."));
    case State::Ready:
    case State::Unknown:
        break;
    }
    return Error::failed(u"credentials.failed"_s, tr("The keychain did not do what was asked."));
}

Result<std::chrono::milliseconds> KeychainStore::admit(const CancelToken &cancel)
{
    const State state = probe(cancel);
    if (cancel.isCanceled())
        return Error::canceled();
    if (state == State::Ready)
        return kLimit;
    if (state != State::Locked)
        return refusal(state);
    const auto prompt = std::make_shared<std::atomic<bool>>(false);
    (void)KeychainThread::instance().ask(
        [prompt](QObject *, const std::function<void()> &done) {
            *prompt = secretservice::canPrompt();
            done();
        },
        kLimit, cancel);
    return *prompt ? Result<std::chrono::milliseconds>(kPromptLimit)
                   : Result<std::chrono::milliseconds>(refusal(state));
}

Result<KeychainStore::Outcome> KeychainStore::use(const Make &make, std::chrono::milliseconds limit,
                                                  const CancelToken &cancel)
{
    const auto outcome = std::make_shared<Outcome>();
    const auto wait = KeychainThread::instance().ask(
        [make, outcome](QObject *context, const std::function<void()> &done) {
            QKeychain::Job *job = make();
            job->setAutoDelete(true);
            QObject::connect(job, &QKeychain::Job::finished, context, [outcome, done](QKeychain::Job *ended) {
                outcome->error = ended->error();
                outcome->text = ended->errorString();
                if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(ended))
                    outcome->secret = reading->binaryData();
                done();
            });
            job->start();
        },
        limit, cancel);
    if (wait == KeychainThread::Wait::Canceled)
        return Error::canceled();
    if (wait == KeychainThread::Wait::Answered)
        return *outcome;
    // Longer than the limit: a service that hangs, or a dialog that nobody answered.
    m_state = limit == kPromptLimit && probe(cancel) == State::Locked ? State::Locked : State::Hung;
    return refusal(m_state);
}

Error KeychainStore::explain(const Outcome &outcome, const CancelToken &cancel)
{
    State state = probe(cancel);
    if (state == State::Ready && outcome.error == QKeychain::EntryNotFound)
        return Error::of(ErrorKind::SignIn, u"credentials.missing"_s, tr("The secret is not in the keychain."))
            .withFix(tr("Give the secret again."));
    const bool denied = outcome.error == QKeychain::AccessDenied || outcome.error == QKeychain::AccessDeniedByUser;
    if (state == State::Ready && denied)
        m_state = state = State::Denied;
    return refusal(state).withCause(outcome.text);
}

Result<CredentialStore::Kept> KeychainStore::write(const QString &key, const QByteArray &secret,
                                                   const CancelToken &cancel)
{
    if (auto good = checkSecret(secret); !good)
        return good.error();
    Redactor::instance().add(secret);
    const auto limit = admit(cancel);
    if (!limit && limit.error().code == u"credentials.absent"_s) {
        m_memory.keep(key, secret);
        return Kept::Memory;
    }
    if (!limit)
        return limit.error();
    const auto outcome = use(
        [key, secret] {
            auto *job = new QKeychain::WritePasswordJob(kService);
            job->setKey(key);
            job->setBinaryData(secret);
            return job;
        },
        *limit, cancel);
    if (!outcome)
        return outcome.error();
    if (outcome->error != QKeychain::NoError)
        return explain(*outcome, cancel);
    m_state = State::Ready;
    m_memory.forget(key);
    return Kept::Keychain;
}

Result<> KeychainStore::hold(const QString &key, const QByteArray &secret) { return m_memory.hold(key, secret); }

Result<QByteArray> KeychainStore::read(const QString &key, const CancelToken &cancel)
{
    if (auto secret = m_memory.find(key))
        return *secret;
    const auto limit = admit(cancel);
    if (!limit)
        return limit.error();
    const auto outcome = use(
        [key] {
            auto *job = new QKeychain::ReadPasswordJob(kService);
            job->setKey(key);
            return job;
        },
        *limit, cancel);
    if (!outcome)
        return outcome.error();
    if (outcome->error != QKeychain::NoError)
        return explain(*outcome, cancel);
    m_state = State::Ready;
    Redactor::instance().add(outcome->secret);
    return outcome->secret;
}

Result<> KeychainStore::remove(const QString &key, const CancelToken &cancel)
{
    const bool wasInMemory = m_memory.find(key).has_value();
    m_memory.forget(key);
    const auto limit = admit(cancel);
    if (!limit && wasInMemory && limit.error().code == u"credentials.absent"_s)
        return {};
    if (!limit)
        return limit.error();
    const auto outcome = use(
        [key] {
            auto *job = new QKeychain::DeletePasswordJob(kService);
            job->setKey(key);
            return job;
        },
        *limit, cancel);
    if (!outcome)
        return outcome.error();
    if (outcome->error == QKeychain::NoError)
        return {};
    const Error error = explain(*outcome, cancel);
    return error.code == u"credentials.missing"_s ? Result<>() : Result<>(error);
}

} // namespace mooring
