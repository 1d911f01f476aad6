#pragma once

#include "core/base/json.h"

#include <QString>

namespace mooring {

/// What a caller may have to do about it. The command line's exit code follows from this and from nothing else.
enum class ErrorKind {
    Failed,          ///< exit 1
    Usage,           ///< exit 2: wrong input; nothing was touched
    NotReachable,    ///< exit 3
    SignIn,          ///< exit 4: sign-in or host key refused
    RungFailed,      ///< exit 5
    AlreadyAttached, ///< exit 6: detail.target names the existing one
    RunFailed,       ///< exit 10
    RunCanceled,     ///< exit 11
    RunUnknown,      ///< exit 12
    TimeLimit,       ///< exit 124
    Canceled,        ///< exit 130: the person stopped the wait
};

/// A failure as a value, written where it is understood and shown once.
struct Error
{
    ErrorKind kind = ErrorKind::Failed;
    QString code;    ///< stable word with dots ("run.scriptMissing"); scripts compare it, never translated
    QString message; ///< one or more whole sentences for the person, translated
    QString cause;   ///< the deepest cause known, as it came ("No such file or directory")
    QString fix;     ///< what to do, in one line; empty when we do not know
    Json detail;     ///< raw material: what was received, or keys that a command promises

    static Error failed(const QString &code, const QString &message)
    {
        return {ErrorKind::Failed, code, message, {}, {}, {}};
    }
    static Error usage(const QString &code, const QString &message)
    {
        return {ErrorKind::Usage, code, message, {}, {}, {}};
    }
    static Error timeLimit(const QString &code, const QString &message)
    {
        return {ErrorKind::TimeLimit, code, message, {}, {}, {}};
    }
    static Error canceled();
    static Error of(ErrorKind kind, const QString &code, const QString &message)
    {
        return {kind, code, message, {}, {}, {}};
    }

    Error withCause(const QString &text) &&
    {
        cause = text;
        return std::move(*this);
    }
    Error withFix(const QString &text) &&
    {
        fix = text;
        return std::move(*this);
    }
    Error withDetail(Json value) &&
    {
        detail = std::move(value);
        return std::move(*this);
    }

    /// Message, cause and fix as one text of whole sentences.
    QString text() const;
    /// {"code","message","cause","fix","detail"}; what is unknown is null.
    Json toJson() const;
    static Error fromJson(const Json &value);
};

} // namespace mooring
