#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace mooring {

/// Why a scoring script could not be loaded, or why its init() failed, as the server's log tells it.
struct InitFailure
{
    QString exception; ///< last line of the traceback: "KeyError: 'weights'"
    QString file;      ///< of the person's own code, as it lies on this computer; empty when none of it took part
    int line = 0;
    QString function;
    QByteArray traceback; ///< as printed, with paths of this computer

    Json toJson() const;
    static std::optional<InitFailure> fromJson(const Json &value);
};

/// The newest failure in the tail of a server's log. `servedFolder` is where the code lay for the server, `source` the
/// same code on this computer.
std::optional<InitFailure> findInitFailure(const QByteArray &logTail, const QString &servedFolder,
                                           const QString &source);

} // namespace mooring
