#pragma once

#include "core/targets/targetkind.h"
#include "ui/widgets/page.h"

class QStandardItemModel;

namespace mooring {

struct AppContext;
class Banner;
class TableView;

/// All compute targets: state, what they can do, when they were looked at. Enter opens one.
class TargetsPage : public Page
{
    Q_OBJECT
public:
    explicit TargetsPage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override;
    void workspaceChanged() override { read(); }

private:
    void read();
    void fill(const std::vector<TargetRecord> &targets);

    const AppContext &m_context;
    Banner *m_banner;
    TableView *m_table;
    QStandardItemModel *m_model;
};

} // namespace mooring
