#pragma once

#include "core/inference/deployrequest.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace mooring {

/// A deployment that is being described: what was chosen and typed, also what the present choices leave aside. Knows no
/// widget and touches no disk. The problems are sentences; empty: good.
struct DeployDraft
{
    Q_DECLARE_TR_FUNCTIONS(mooring::DeployDraft)
public:
    enum class ModelWay { Outputs, Folder, File };
    enum class EnvironmentWay { Default, File, Python, Image, Dockerfile };
    using Variables = std::vector<std::pair<QString, QString>>;

    QString name;
    bool replace = false; ///< a new version of the endpoint of this name
    QString runner = QStringLiteral("docker");
    ModelWay modelWay = ModelWay::Outputs;
    QString output; ///< "run:RUN/PATH"
    QString modelFolder, modelFile;
    QString score, source;
    EnvironmentWay environmentWay = EnvironmentWay::Default;
    QString environmentFile, python, image, dockerfile;
    bool ownPort = false; ///< this port, not a free one
    QString portText;
    bool takesPort = false;                                                            ///< of the endpoint that has it
    QString cpuText = QStringLiteral("1"), memoryText = QStringLiteral("2"), dnsLabel; ///< in a cloud
    QString workspace;  ///< of Azure ML; empty: none is open
    QString portHolder; ///< that endpoint, as far as it was looked for
    Variables variables;
    bool networkSettings = false;

    bool operator==(const DeployDraft &) const = default;

    bool isDocker() const { return runner == QLatin1String("docker"); }
    bool isCloud() const { return runner == QLatin1String("aci"); }
    /// The way that counts where it runs: what Docker alone has is Default in a process.
    EnvironmentWay environment() const;
    QString model() const;
    /// What is understood; a port that is none is left out.
    DeploymentSettings settings() const;
    DeployRequest request() const;
    static DeployDraft of(const DeploymentSettings &settings);

    QString nameProblem() const;
    QString modelProblem() const;
    QString environmentProblem() const;
    QString portProblem() const;
    QString sizeProblem() const;
    QString variablesProblem() const;

    Json toJson() const;
    static DeployDraft fromJson(const Json &value);

private:
    static QString problemOf(const DeploymentSettings &settings);
};

/// "bearing-cnn-038" of any text, as endpoints may be called; never one of the names that are taken.
QString endpointNameOf(const QString &text, const QStringList &taken = {});

} // namespace mooring
