#pragma once

#include "core/inference/deploymentsettings.h"
#include "core/inference/endpointstate.h"
#include "core/inference/modelsource.h"
#include "core/inference/networksettings.h"
#include "core/inference/portowner.h"
#include "core/jobs/jobcontext.h"

#include <QDateTime>

namespace mooring {

/// What the disk says of the settings of a deployment, for who fills them in. Nothing is copied, built or contacted.
struct DeploymentLook
{
    struct Model
    {
        QString path; ///< on this computer
        bool isFolder = false, isMlflow = false;
        qint64 files = 0, size = 0;
        bool isCounted = true; ///< false: there are more
    };
    struct Script
    {
        QString path, source;                ///< absolute
        int initLine = 0, runLine = 0;       ///< 0: not defined there
        QString argument;                    ///< of run()
        qint64 files = 0, size = 0, out = 0; ///< of its folder; left out by rules
        QString rule;                        ///< the first that leaves something out: ".amlignore, line 4: data/"
    };
    struct Environment
    {
        QString path;
        bool isConda = false;
        QString python; ///< as the file asks for it; empty: it does not say
        int packages = 0;
        bool bringsServer = false;
    };
    std::optional<Model> model;
    std::optional<Script> script;
    std::optional<Environment> environment; ///< of a file, also of an MLflow model's own
    std::vector<QString> scripts;           ///< below the code's folder, relative, that look like scoring scripts
    QByteArray dockerfile;                  ///< what would be built; empty: nothing, or it cannot be told
    std::vector<NetworkItem> network;       ///< what there is to give along; without its content
    /// What is wrong, each by itself; a Usage error is what deploying would say.
    std::optional<Error> modelProblem, scriptProblem, environmentProblem;
};

/// Blocks: reads the model's and the code's folders. Canceled it gives what it has.
DeploymentLook lookAtDeployment(const DeploymentSettings &settings, const FindRunOutput &findOutput,
                                const NetworkPlaces &places, JobContext &context);

/// Where a scoring script defines what it must: the lines of init() and run(x), and the name of that x.
void findEntryPoints(const QByteArray &text, DeploymentLook::Script &script);

/// Who holds a port.
struct PortLook
{
    int port = 0;
    bool isFree = false;
    QString endpoint; ///< one of ours has it, whether it runs now or not; never the one that asks
    EndpointState state = EndpointState::Stopped;
    std::optional<QDateTime> since; ///< when that endpoint's version was made
    std::optional<PortOwner> owner; ///< a process of somebody else
    int next = 0;                   ///< the next free one
};

} // namespace mooring
