#include "ui/azure/targets/scaleform.h"

#include "ui/widgets/form.h"
#include "ui/widgets/tokens.h"

#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kMostNodes = 1000;
constexpr int kMostIdle = 86400; ///< seconds

} // namespace

std::optional<int> secondsOf(const QString &duration)
{
    static const QRegularExpression shape(u"^PT(?:(\\d{1,4})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?$"_s);
    const auto match = shape.match(duration);
    if (!match.hasMatch())
        return {};
    return match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt();
}

ScaleForm::ScaleForm(QWidget *parent) : QWidget(parent), m_form(new Form)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_least = addNumber(tr("Nodes at least"), tr("With 0 the cluster costs nothing while nobody uses it."), 0,
                        kMostNodes, 0, "leastNodes");
    m_most = addNumber(tr("Nodes at most"), {}, 1, kMostNodes, 1, "mostNodes");
    m_idle =
        addNumber(tr("Idle seconds"), tr("A node without work goes after that."), 30, kMostIdle, 120, "idleSeconds");
}

QSpinBox *ScaleForm::addNumber(const QString &label, const QString &help, int from, int to, int value,
                               const char *objectName)
{
    auto *field = new QSpinBox;
    field->setRange(from, to);
    field->setValue(value);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setAccessibleName(label);
    field->setObjectName(QLatin1String(objectName));
    field->setFixedWidth(dp(this, 96));
    m_form->addRow(label, field, help);
    return field;
}

void ScaleForm::setCompute(const Compute &compute)
{
    const Json *own = compute.properties();
    const Json scale = own ? objectAt(*own, "scaleSettings") : Json::object();
    m_least->setValue(int(intAt(scale, "minNodeCount")));
    m_most->setValue(int(intAt(scale, "maxNodeCount", 1)));
    m_idle->setValue(secondsOf(stringAt(scale, "nodeIdleTimeBeforeScaleDown")).value_or(120));
}

int ScaleForm::least() const { return m_least->value(); }
int ScaleForm::most() const { return m_most->value(); }
int ScaleForm::idleSeconds() const { return m_idle->value(); }

QString ScaleForm::check()
{
    if (least() <= most())
        return {};
    m_least->setFocus(Qt::OtherFocusReason);
    return tr("The least number of nodes is above the most.");
}

} // namespace mooring
