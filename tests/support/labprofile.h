#pragma once

#include "core/azure/signin/signinservice.h"
#include "tests/support/labbench.h"
#include "tests/support/trafficrecorder.h"
#include "tests/support/workspacesupport.h"

namespace mooring::test {

/// A profile that knows the practice lab's workspace as "lab", with an application signed in there. Everything that the
/// resource manager was asked is recorded for Microsoft's validator.
class LabProfile
{
public:
    /// `also` sees every exchange, on the lab's thread, beside the recorder.
    explicit LabProfile(const PracticeLab::Observer &also = {});

    void setFaults(const QString &words); ///< empty: none
    /// Every byte of every file of the profile.
    QByteArray everythingKept() const;
    /// Where azure_traffic asks for it.
    void keepTraffic(const QString &name) const;

    TrafficRecorder recorder;
    LabBench lab;
    TemporaryProfile profile;
    std::unique_ptr<Workspace> workspace = profile.open();
    std::unique_ptr<CredentialStore> credentials = CredentialStore::memory();
    std::unique_ptr<SignInService> signIn;
};

} // namespace mooring::test
