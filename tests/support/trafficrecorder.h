#pragma once

#include "core/base/json.h"
#include "core/practice/server/labmessage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <mutex>

namespace mooring::test {

/// Writes exchanges of the practice lab as Microsoft's validator (npm oav) reads them, one file each. Any thread.
class TrafficRecorder
{
public:
    void record(const QString &kind, const LabRequest &request, const LabReply &reply)
    {
        const std::lock_guard lock(m_lock);
        const Json pair{{"liveRequest",
                         {{"method", request.method.toStdString()},
                          {"url", urlOf(kind, request)},
                          {"headers", headersOf(request.headers)},
                          {"body", bodyOf(request.body)}}},
                        {"liveResponse",
                         {{"statusCode", std::to_string(reply.status)},
                          {"headers", headersOf(reply.headers)},
                          {"body", bodyOf(reply.body)}}}};
        QFile file(m_folder.filePath(QStringLiteral("%1-%2.json").arg(m_count++, 4, 10, QLatin1Char('0')).arg(kind)));
        if (file.open(QIODevice::WriteOnly))
            file.write(toBytes(pair));
    }
    QString folder() const { return m_folder.path(); }

private:
    /// Data planes say no api-version; the validator knows them by one.
    static std::string urlOf(const QString &kind, const LabRequest &request)
    {
        std::string url = toStd(request.base) + request.target.toStdString();
        const char *version = kind == QStringLiteral("ml")     ? "2019-09-30"
                              : kind == QStringLiteral("livy") ? "2018-11-01-preview"
                                                               : nullptr;
        if (version && !request.hasArgument("api-version"))
            url += (url.find('?') == std::string::npos ? "?api-version=" : "&api-version=") + std::string(version);
        return url;
    }
    static Json headersOf(const HttpHeaders &headers)
    {
        Json object = Json::object();
        for (const auto &[name, value] : headers)
            object[name.toLower().toStdString()] = value.toStdString();
        return object;
    }
    static Json bodyOf(const QByteArray &body)
    {
        Json value = Json::parse(body.begin(), body.end(), nullptr, false);
        return value.is_discarded() ? Json::object() : value;
    }

    QTemporaryDir m_folder;
    std::mutex m_lock;
    int m_count = 0;
};

} // namespace mooring::test
