#pragma once

#include "core/runs/snapshotplan.h"

namespace mooring {

/// How much of a file is looked at.
constexpr qint64 secretScanLimit = 128 * 1024;

/// What in a file looks like a secret: by its name, and by its first bytes where they are text. At most ten findings,
/// by line. They hold line and key, never a part of a value. A guess, in both directions.
std::vector<SecretFinding> findSecrets(const QByteArray &path, QByteArrayView content);

/// A file whose name says that it holds secrets (".env", "id_rsa", "x.pem" …).
bool hasSecretName(const QByteArray &path);

/// The key of `NAME=value` in one line when the name says secret and the value is one; empty otherwise.
/// `loose`: in files of settings (.env, .ini, .yaml …), where values stand without quotes.
QByteArray assignedSecret(QByteArrayView line, bool loose);

} // namespace mooring
