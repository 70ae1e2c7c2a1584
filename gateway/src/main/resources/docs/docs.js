"use strict";

const services = ["authorization", "consent", "disclosure", "audit"];

window.SwaggerUIBundle({
  urls: services.map((name) => ({ name, url: `/openapi/${name}.yaml` })),
  "urls.primaryName": new URLSearchParams(location.search).get("service") ?? services[0],
  domNode: document.getElementById("docs"),
  presets: [window.SwaggerUIBundle.presets.apis, window.SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null, // nothing leaves this host
  persistAuthorization: false,
});
