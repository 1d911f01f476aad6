#pragma once

#include "core/base/json.h"
#include "core/practice/world/labfaults.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace mooring {

/// What the practice lab says of itself, as the window shows it. A value.
struct PracticeState
{
    struct Service
    {
        QString title;
        int port = 0;
        qint64 requests = 0;

        bool operator==(const Service &) const = default;
    };
    struct Fault
    {
        QString word; ///< "quota-zero"
        int after = 0, times = 0;
        qint64 struck = 0;
        std::optional<QDateTime> lastAt;

        bool operator==(const Fault &) const = default;
    };

    bool isRunning = false;
    std::optional<QDateTime> startedAt;
    std::vector<Service> services;
    std::vector<Fault> faults; ///< those that are on

    bool operator==(const PracticeState &) const = default;

    qint64 requests() const;
    const Fault *fault(const QString &word) const; ///< null: off
    /// What ChosenFault::parse() reads, of all that are on.
    QStringList faultTexts() const;

    /// Of LabFolder::status(); null is one that does not run.
    static PracticeState read(const Json &status);
};

} // namespace mooring
