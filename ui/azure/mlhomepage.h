#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "core/azure/signin/account.h"
#include "core/base/canceltoken.h"
#include "ui/widgets/page.h"

namespace mooring {

struct AppContext;
class Banner;
class Button;
class FactList;

/// The start page of an Azure ML workspace: where it is, who is signed in there, what the service says of it.
class MlHomePage : public Page
{
    Q_OBJECT
public:
    explicit MlHomePage(const AppContext &context, QWidget *parent = nullptr);
    ~MlHomePage() override;

    void shown() override { read(); }
    void refresh() override { read(); }

private:
    struct Seen;
    void makeHeader();
    void read();
    void show(const Seen &seen);
    void removeFromList();

    const AppContext &m_context;
    const QString m_name;
    CancelToken m_cancel;
    std::optional<MlWorkspace> m_workspace;
    QUrl m_studio;
    bool m_reading = false;
    Banner *m_banner;
    Button *m_openStudio = nullptr;
    FactList *m_place = nullptr;
    FactList *m_service = nullptr;
};

} // namespace mooring
