#include "ui/workspace/ascodetab.h"

#include "core/jobs/background.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tokens.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

AsCodeTab::AsCodeTab(Read read, QWidget *parent) : QWidget(parent), m_read(std::move(read)), m_box(new SameAsBox)
{
    setObjectName(u"asCode"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->addWidget(m_box);
    column->addStretch(1);
    content->setMaximumWidth(dp(this, 800));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content));
    m_box->hide();
}

void AsCodeTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    inBackground(this, m_read, [this](const std::vector<SameAs> &forms) {
        m_box->setForms(forms);
        m_box->setVisible(!forms.empty());
    });
}

} // namespace mooring
