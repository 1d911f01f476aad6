#pragma once

#include <QByteArray>
#include <QString>

#include <map>

namespace mooring {

/// What `find . -type f -exec sha256sum {} +` printed: hash by path, bytes as the host's file system has them. Lines
/// that are something else are passed over.
std::map<QByteArray, QString> parseHashList(const QByteArray &output);

} // namespace mooring
