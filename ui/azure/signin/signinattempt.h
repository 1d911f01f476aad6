#pragma once

#include "core/azure/signin/signinservice.h"
#include "core/jobs/job.h"

namespace mooring {

struct AppContext;

/// One try to sign in, as a Job that one can stop. Belongs to its job. Window's thread.
class SignInAttempt : public QObject
{
    Q_OBJECT
public:
    /// Starts it. The request's secret is forgotten at the end; its callbacks are set here.
    static SignInAttempt *start(const AppContext &context, SignInRequest request);

    Job *job() const { return m_job; }
    const std::optional<DeviceCode> &code() const { return m_code; }
    /// After the job has succeeded.
    const Account &account() const { return *m_account; }

Q_SIGNALS:
    void codeShown();
    /// The page to sign in on, for the person's browser.
    void pageWanted(const QUrl &url);

private:
    using QObject::QObject;

    Job *m_job = nullptr;
    std::optional<DeviceCode> m_code;
    std::shared_ptr<Account> m_account = std::make_shared<Account>(); // written before the job ends, read after
};

} // namespace mooring
