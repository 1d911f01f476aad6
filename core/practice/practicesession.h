#pragma once

#include "core/azure/signin/signinservice.h"
#include "core/practice/labfolder.h"

namespace mooring {

/// The practice lab as a person uses it: started as a process of its own, with its cloud and its workspace in the
/// profile, and ended with all that belongs to it. The window and the command line do the same. Blocks; worker threads
/// and the command line only.
class PracticeSession
{
public:
    /// `program`: what is started with "practice serve --folder PROFILE"; it goes on when this process has ended.
    PracticeSession(const QString &profileFolder, Workspace &workspace, SignInService &signIn,
                    const QString &program = {});

    static QString cloudName();
    const LabFolder &lab() const { return m_lab; }

    /// Starts it where it does not run, and makes its cloud and workspace known; gives LabFolder::status(). `faults`
    /// replace those that are on; nothing: a running lab keeps its own. The same again is no error.
    Result<Json> start(const std::optional<QStringList> &faults, const CancelToken &cancel) const;
    /// Ends it and forgets its cloud, its workspaces and who signed in there. Nothing running is fine.
    Result<> leave(const CancelToken &cancel) const;

private:
    Result<> launch() const;
    Result<> enlist(const Json &status, const CancelToken &cancel) const;
    Result<> forget(const CancelToken &cancel) const;

    QString m_profile;
    QString m_program;
    LabFolder m_lab;
    Workspace &m_workspace;
    SignInService &m_signIn;
};

} // namespace mooring
