#pragma once

#include "core/base/json.h"

#include <QElapsedTimer>
#include <QString>

#include <functional>
#include <vector>

namespace mooring {

/// One instruction of a Dockerfile as a build met it.
struct BuildStep
{
    int number = 0;      ///< from 1
    int total = 0;       ///< of its stage; 0: not told
    QString instruction; ///< "RUN pip install -r requirements.txt"
    bool isCached = false, hasFailed = false;
    std::optional<qint64> ms; ///< none: it goes on, or was never ended
    QString reason; ///< whole sentence: why it was not taken from the cache; filled by who knows the build before

    /// FROM gives no layer that could be built anew.
    bool isBase() const { return instruction.startsWith(QStringLiteral("FROM "), Qt::CaseInsensitive); }
    /// {"number","total","instruction","cached","failed","ms","reason"}
    Json toJson() const;
    static BuildStep fromJson(const Json &value);
};

/// Reads the log of a build while it grows, cut anywhere: of the classic builder, of podman, and of BuildKit as the
/// docker command prints it with --progress=plain. What is no step is passed over. Time is what passed here; BuildKit
/// says its own.
class BuildSteps
{
public:
    using OnStep = std::function<void(BuildStep &step, bool hasEnded)>;

    /// `onStep`: when a step begins and when it ended; it may fill the reason.
    explicit BuildSteps(OnStep onStep = {}) : m_onStep(std::move(onStep)) { m_clock.start(); }

    void add(const QByteArray &text);
    /// The build ended; a step that goes on ended with it.
    void end(bool succeeded);
    const std::vector<BuildStep> &steps() const { return m_steps; }

private:
    void addLine(const QString &line);
    bool addKitLine(const QString &line);
    void begin(int number, int total, const QString &instruction, const QString &key);
    void finish(BuildStep &step, std::optional<qint64> ms);
    BuildStep *openStep();

    OnStep m_onStep;
    QElapsedTimer m_clock;
    QByteArray m_line;
    std::vector<BuildStep> m_steps;
    std::vector<QString> m_keys; ///< of BuildKit: the vertex of each step
    std::vector<qint64> m_began;
};

} // namespace mooring
