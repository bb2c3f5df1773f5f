/** Alarms, the topic they speak to, and the dashboard. */
import { json } from "../values.mjs";

export function topic(aws, name, { parent, ...options } = {}) {
  return aws.resource("sns/topic:Topic", name, { displayName: "Storefront alarms", tags: { Name: name } }, {
    parent, autoname: "name", meta: undefined, defaults: { contentBasedDeduplication: false, fifoTopic: false },
    id: (random, plain) => aws.arn("sns", plain.name),
    outputs: (random, plain, id) => ({
      applicationFailureFeedbackRoleArn: "", arn: id, beginningArchiveTime: "", deliveryPolicy: "", kmsMasterKeyId: "", namePrefix: "",
      owner: "123456789012", signatureVersion: 0, tracingConfig: "",
      policy: JSON.stringify({
        Id: "__default_policy_ID", Version: "2008-10-17",
        Statement: [{
          Action: ["SNS:Publish", "SNS:Subscribe", "SNS:GetTopicAttributes"], Effect: "Allow", Principal: { AWS: "*" }, Resource: id,
          Condition: { StringEquals: { "AWS:SourceOwner": "123456789012" } }, Sid: "__default_statement_ID",
        }],
      }),
    }),
    ...options,
  });
}

export function alarm(aws, name, { metric, namespace, dimensions, threshold, topic: to, parent }) {
  return aws.resource("cloudwatch/metricAlarm:MetricAlarm", name, {
    alarmActions: [to.get("arn")], alarmDescription: `${metric} above ${threshold}`, comparisonOperator: "GreaterThanThreshold",
    dimensions, evaluationPeriods: 3, metricName: metric, namespace, okActions: [to.get("arn")], period: 60, statistic: "Average",
    tags: {}, threshold,
  }, {
    parent, autoname: "name", meta: '{"schema_version":"1"}', defaults: { actionsEnabled: true, treatMissingData: "missing" },
    outputs: (random, plain, id) => ({
      arn: aws.arn("cloudwatch", `alarm:${id}`), datapointsToAlarm: 0, evaluateLowSampleCountPercentiles: "", extendedStatistic: "",
      insufficientDataActions: [], metricQueries: [], thresholdMetricId: "", unit: "",
    }),
  });
}

/** A dashboard whose body is one long JSON text: some 330 bytes a graph. */
export function dashboard(aws, name, { titles, parent }) {
  const widgets = titles.map((title, index) => ({
    type: "metric", x: (index % 3) * 8, y: Math.floor(index / 3) * 6, width: 8, height: 6,
    properties: {
      title, region: aws.region, stat: index % 2 ? "p95" : "Sum", period: 60, view: "timeSeries", stacked: false,
      metrics: [["Storefront", "Requests", "Service", title], ["Storefront", "Errors", "Service", title, { color: "#d62728" }]],
      yAxis: { left: { min: 0, showUnits: false } },
    },
  }));
  return aws.resource("cloudwatch/dashboard:Dashboard", name, { dashboardName: name, dashboardBody: json({ start: "-PT6H", widgets }) }, {
    parent, meta: undefined, id: (random, plain) => plain.dashboardName,
    outputs: (random, plain, id) => ({ dashboardArn: aws.arn("cloudwatch", `dashboard/${id}`, { global: true }) }),
  });
}
