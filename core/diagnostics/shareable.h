#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QString>

namespace mooring {

/// Text that may leave this computer: without what the Redactor knows, private keys, tokens and passwords in addresses,
/// and values that stand behind a name that says secret ("API_TOKEN=…", "password: …"); the home folder is "~". A guess
/// where nobody told what is secret: the person still looks before sending it.
QByteArray shareable(const QByteArray &text, const QString &home);

/// The same for JSON, with everything masked that has the name of a secret, and all values of a run's variables.
QByteArray shareable(const Json &value, const QString &home);

} // namespace mooring
