#include "ui/azure/signin/signinattempt.h"

#include "core/jobs/jobrunner.h"
#include "ui/context/appcontext.h"

using namespace Qt::StringLiterals;

namespace mooring {

SignInAttempt *SignInAttempt::start(const AppContext &context, SignInRequest request)
{
    auto *attempt = new SignInAttempt;
    // It is a child of the job, which waits for its work before its children go.
    request.showCode = [attempt](const DeviceCode &code) {
        QMetaObject::invokeMethod(
            attempt,
            [attempt, code] {
                attempt->m_code = code;
                Q_EMIT attempt->codeShown();
            },
            Qt::QueuedConnection);
    };
    request.openBrowser = [attempt](const QUrl &url) {
        QMetaObject::invokeMethod(
            attempt, [attempt, url] { Q_EMIT attempt->pageWanted(url); }, Qt::QueuedConnection);
    };
    const auto held = std::make_shared<SignInRequest>(std::move(request));
    attempt->m_job = context.jobs.start(
        tr("Sign in to Azure"),
        [signIn = &context.signIn, held, account = attempt->m_account](JobContext &work) -> Result<> {
            work.setStep(u"signin"_s, tr("Waiting for the sign-in"));
            auto signedIn = signIn->signIn(*held, work.cancelToken());
            held->secret.fill('\0'); // an ended job stays in the list; the secret does not
            if (!signedIn)
                return signedIn.error();
            *account = std::move(*signedIn);
            return {};
        });
    attempt->setParent(attempt->m_job);
    return attempt;
}

} // namespace mooring
